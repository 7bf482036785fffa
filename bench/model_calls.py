"""What asking a model costs beside the answer: requests a second, CPU and memory of three clients of one endpoint.

The endpoint is a process of its own on loopback and answers after 200 ms. Each client sends the same request, the first
one for the example of the wrong colour. What is loaded before the first answer is left out, and so is the guard of the
case, who looks for personal data in every body: it is no part of a client. The last lines say what it adds, and what a
whole case takes from its file to its result: reading, deciding, asking, checking and writing down, with start-up.
"""

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.endpoint import body
from bench.process import CLAIMWRIGHT, run

PAUSE = 0.2
COUNT, FEWER, MANY = 2_000, 800, 10_000
CONCURRENCY = (64, 256)
ROUNDS = 2
RATE_TO_FLOOR, CPU_SECONDS, GROWTH = 0.8, 1.0, 1.1
CLIENTS = {"raw": "raw httpx2", "ours": "claimwright", "sdk": "bare SDK"}
KEY = "sk-bench"
_EXAMPLE, _TODAY = Path("examples/wrong-colour.json"), date(2026, 11, 22)

Ask = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Cost:
    """Requests a second, CPU seconds for a thousand of them, and megabytes at the peak."""

    rate: float
    cpu: float
    peak: float


def main() -> int:
    """Print the table; the number of figures that are not what they have to be."""
    print(f"{'answers after 200 ms':<30} {'requests/s':>10} {'CPU-s/1,000':>12} {'MB':>5} {'rate to httpx2':>15}")
    missed = 0
    with _endpoint() as url:
        for concurrency in CONCURRENCY:
            best = _best(url, concurrency)
            for name, cost in best.items():
                _print(f"{CLIENTS[name]}, {concurrency} at once", cost, f"{cost.rate / best['raw'].rate:>15.2f}")
            missed += best["ours"].rate < RATE_TO_FLOOR * best["raw"].rate
        missed += best["ours"].cpu > CPU_SECONDS
        longer = _cost(url, "ours", concurrency, MANY)
        _print(f"claimwright, {MANY:,} in all", longer)
        missed += longer.peak > best["ours"].peak * GROWTH
        _print("claimwright with its guard", _cost(url, "guarded", concurrency, FEWER))
        _print("claimwright batch, cases", _whole(url, concurrency, FEWER))
    return missed


def _best(url: str, concurrency: int) -> dict[str, Cost]:
    """The best of some runs of each client in turn: a busy machine never makes one cheaper than it is."""
    runs: dict[str, list[Cost]] = {name: [] for name in CLIENTS}
    for _ in range(ROUNDS):
        for name in CLIENTS:
            runs[name].append(_cost(url, name, concurrency, FEWER if name == "sdk" else COUNT))
    return {
        name: Cost(max(one.rate for one in some), min(one.cpu for one in some), max(one.peak for one in some))
        for name, some in runs.items()
    }


def _print(name: str, cost: Cost, more: str = "") -> None:
    print(f"{name:<30} {cost.rate:>10,.0f} {cost.cpu:>12.2f} {cost.peak:>5.0f} {more}".rstrip(), flush=True)


def _cost(url: str, name: str, concurrency: int, count: int) -> Cost:
    """The figures of one client, in a process of its own."""
    command = [sys.executable, "-m", "bench.model_calls", "client", url, name, str(concurrency), str(count)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return Cost(*json.loads(ran.stdout))


def _whole(url: str, concurrency: int, count: int) -> Cost:
    """The figures of a batch of so many cases, each written by the model in its first round."""
    case = json.loads(_EXAMPLE.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        cases, out = Path(folder, "cases.jsonl"), Path(folder, "out.jsonl")
        with cases.open("w", encoding="utf-8") as stream:
            for number in range(count):
                order = case["order"] | {"number": f"{8190000000000000 + number}"}
                stream.write(json.dumps(case | {"id": f"case-{number}", "order": order}) + "\n")
        asked = ("--writer", "model", "--model", "model-1", "--base-url", url, "--concurrency", str(concurrency))
        ran = run((CLAIMWRIGHT, "batch", str(cases), "-o", str(out), *asked, "--today", _TODAY.isoformat(), "--quiet"))
        written = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(one["writer"], len(one["rounds"])) for one in written] == [("model", 1)] * count
    return Cost(count / ran.wall, ran.cpu * 1_000 / count, ran.peak)


@contextmanager
def _endpoint() -> Iterator[str]:
    """The address of an endpoint, as long as the block runs."""
    with subprocess.Popen(
        [sys.executable, "-m", "bench.model_calls", "endpoint"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        finally:
            process.kill()


def _answer(asked: bytes) -> bytes:
    """Two sentences that pass every check of the case."""
    message = {"role": "assistant", "content": body(json.loads(asked)["messages"][-1]["content"])}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    usage = {"prompt_tokens": 900, "completion_tokens": 60, "total_tokens": 960}
    whole = {"id": "1", "object": "chat.completion", "created": 0, "model": "model-1", "choices": [choice]}
    sent = json.dumps(whole | {"usage": usage}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(sent), sent)


async def _answering() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                asked = await reader.readexactly(int(head.partition(b"content-length:")[2].partition(b"\r")[0]))
                await asyncio.sleep(PAUSE)
                writer.write(_answer(asked))
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=1_024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def _measured(url: str, name: str, concurrency: int, count: int) -> Cost:
    turns, guard = _case()
    ask, close = await _MAKERS[name](url, turns, guard, concurrency)
    await ask()
    left = iter(range(count))

    async def worker() -> None:
        for _ in left:
            await ask()

    wall, cpu = time.perf_counter(), time.process_time()
    async with asyncio.TaskGroup() as group:
        for _ in range(concurrency):
            group.create_task(worker())
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    await close()
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(count / wall, cpu * 1_000 / count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def _case() -> tuple[Any, Callable[[bytes], None]]:
    """The turns of a first request, and the guard of its case."""
    from claimwright.case.casefile import read_case
    from claimwright.guide.assessment import Claim
    from claimwright.guide.engine import assess
    from claimwright.guide.guide import load_guide, words_of
    from claimwright.letter.briefing import brief_of
    from claimwright.letter.exchange import exchange
    from claimwright.privacy.mask import Mask
    from claimwright.resources import Resources

    resources = Resources()
    guide = load_guide("aliexpress", words_of(resources))
    case = read_case(_EXAMPLE.read_bytes(), "wrong-colour.json")
    found = assess(case.facts, guide, frozenset(one.kind for one in case.evidence))
    assert isinstance(found, Claim)
    brief = brief_of(case, found, guide.passages, guide.words, _TODAY)
    mask = Mask.of(brief.case)
    return next(exchange(brief, resources, mask)).turns, mask.guard


def _request(turns: Any) -> dict[str, Any]:
    messages = [{"role": turn.role, "content": turn.text} for turn in turns]
    return {"model": "model-1", "messages": messages, "max_tokens": 4_000, "temperature": 0.3}


async def _raw(url: str, turns: Any, guard: object, concurrency: int) -> tuple[Ask, Ask]:
    """A loop over httpx2 and nothing else, with as many connections as it may need."""
    import httpx2

    body = json.dumps(_request(turns), ensure_ascii=False, separators=(",", ":")).encode()
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    limits = httpx2.Limits(max_connections=concurrency, max_keepalive_connections=concurrency)
    client = httpx2.AsyncClient(limits=limits, timeout=60, headers=headers)

    async def ask() -> str:
        response = await client.post(f"{url}/chat/completions", content=body)
        response.raise_for_status()
        return str(response.json()["choices"][0]["message"]["content"])

    return ask, client.aclose


async def _sdk(url: str, turns: Any, guard: object, concurrency: int) -> tuple[Ask, Ask]:
    """A loop over the SDK as its documentation shows it."""
    import openai

    request = _request(turns)
    client = openai.AsyncOpenAI(base_url=url, api_key=KEY, max_retries=0, timeout=60)

    async def ask() -> str:
        whole = await client.chat.completions.create(**request)
        return str(whole.choices[0].message.content)

    return ask, client.close


async def _ours(url: str, turns: Any, guard: object, concurrency: int) -> tuple[Ask, Ask]:
    """What a batch does for each request: a deadline, one attempt, and all checks of the answer."""
    return await _guarded(url, turns, lambda body: None, concurrency)


async def _guarded(url: str, turns: Any, guard: Callable[[bytes], None], concurrency: int) -> tuple[Ask, Ask]:
    """The same, and the guard of the case."""
    from claimwright.batch.asking import opened
    from claimwright.llm.deadline import Deadline
    from claimwright.llm.endpoint import Endpoint

    connection = opened("model-1", Endpoint(url, "model-1", KEY))

    async def ask() -> str:
        return (await connection.guarded(guard).complete(turns, Deadline.after(60))).text

    return ask, connection.close


_MAKERS: dict[str, Callable[..., Awaitable[tuple[Ask, Ask]]]] = {
    "raw": _raw,
    "sdk": _sdk,
    "ours": _ours,
    "guarded": _guarded,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["endpoint"]:
        asyncio.run(_answering())
    elif sys.argv[1:2] == ["client"]:
        found = asyncio.run(_measured(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])))
        print(json.dumps([found.rate, found.cpu, found.peak]))
    else:
        sys.exit(main())
