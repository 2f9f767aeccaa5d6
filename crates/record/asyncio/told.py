"""A recording with a line for each event: for tests, and for looking."""


def lines(recording):
    run = recording["runs"][0]
    names = [lane["name"] for lane in run["lanes"]]
    yield f"{recording['clock']} clock, {run['outcome']} at {run['end']}"
    for one in run["resources"]:
        yield " ".join(
            str(value) for key, value in one.items() if key != "site"
        )
    for event in run["events"]:
        yield " ".join(_words(event, run, names))


def _words(event, run, names):
    yield str(event["t"])
    yield names[event["lane"]]
    yield event["k"]
    for key, value in event.items():
        match key, value:
            case ("t" | "k" | "lane"), _:
                continue
            case "site", site:
                yield f"line {run['sites'][site]['line']}"
            case "by", {"lane": lane}:
                yield f"by {names[lane]}"
            case "by", int(lane):
                yield f"by {names[lane]}"
            case "of", lanes:
                yield "of " + ", ".join(names[lane] for lane in lanes)
            case "resource", resource:
                one = run["resources"][resource]
                yield f"[{one.get('name', one['kind'])}]"
            case _, True:
                yield key
            case "on" | "how" | "what" | "text" | "by", text:
                yield text
            case _:
                yield f"{key} {value}"
