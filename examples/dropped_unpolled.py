"""A coroutine object that is dropped before it is awaited never ran."""

import asyncio
import warnings

# Print each warning as one line, among the other lines.
warnings.showwarning = lambda message, *_: print(f"warning: {message}")


class Report:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f"report {self.name} is dropped")


async def send(report):
    print(f"sending {report.name}")
    await asyncio.sleep(0.1)
    print(f"sent {report.name}")


async def main():
    sending = send(Report("2026"))
    print("called")
    await asyncio.sleep(0.05)
    print("0.05 s later")
    del sending
    print("end")


asyncio.run(main())
