"""``staticrelu rules``: list them, explain one, and run the programs that they bring along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from staticrelu.cli import options, terminal

if TYPE_CHECKING:
    from staticrelu.checks import Rule

app = typer.Typer(
    help="The rules of `staticrelu check`: list them, explain one, test your own.", invoke_without_command=True
)


@app.callback(invoke_without_command=True)
def list_rules(context: typer.Context, config_file: options.ConfigFile = None) -> None:
    """List the rules, the shipped ones and your own."""
    context.obj = config_file
    if context.invoked_subcommand is None:
        with options.usage():
            known = options.knowledge(options.configuration(config_file, isolated=False))
            width = max(len(rule.name) for rule in known.rules)
            for rule in known.rules:
                state = "on " if rule.default else "off"
                line = f"{rule.code}  {rule.name:<{width}}  {state}  {rule.severity:<7}  {rule.summary}"
                terminal.say(line)


@app.command()
def show(context: typer.Context, rule: Annotated[str, typer.Argument(help="A code or a name.")]) -> None:
    """Explain one rule: why it matters, with a program that it reports and one that it does not."""
    from staticrelu.checks.choose import named

    with options.usage():
        known = options.knowledge(options.configuration(context.obj, isolated=False))
        for found in named(known.rules, rule):
            terminal.say(_page(found))


@app.command()
def test(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders of rules (default: those of the configuration).")
    ] = None,
) -> None:
    """Run the programs in rules: `bad` must be reported on its marked lines, `good` not at all. Exit status 1 if not."""
    from staticrelu import checks

    with options.usage():
        found = options.configuration(context.obj, isolated=False)
        loaded = options.known_catalog(found)
        folders = paths or found.paths(found.settings.rules)
        rules = [rule for rule in checks.load(loaded, folders) if not folders or _is_below(rule, folders)]
        catalogs = found.paths(found.settings.catalogs)
        wrong = 0
        for rule in rules:
            problems = trial(rule, catalogs)
            wrong += bool(problems)
            terminal.say("\n".join([f"{'wrong' if problems else 'right'}  {rule.code}  {rule.path}", *problems]))
    raise typer.Exit(1 if wrong else 0)


def trial(rule: Rule, catalogs: list[Path]) -> list[str]:
    """What the programs of a rule show that they should not; empty for a rule that is right."""
    from staticrelu.checks.gather import gather
    from staticrelu.scan import Options, check_sources
    from staticrelu.sources import Content

    problems = []
    for name, program in (("bad", rule.help.bad), ("good", rule.help.good)):
        marked = [number for number, line in enumerate(program.splitlines(), 1) if line.rstrip().endswith("# here")]
        content = Content(f"{name}.py", program.encode())
        done = check_sources([content], (), None, Options(rules=[rule], catalogs=catalogs))
        problems += [f"       {name}, line {error.line}: {error.message}" for error in done.errors]
        lines = [finding.spot.line for finding in gather(done.answers, done.line, done.text)]
        expected = marked if name == "bad" else []
        problems += [f"       {name}, line {n}: not reported" for n in expected if n not in lines]
        problems += [
            f"       {name}, line {n}: reported, but not marked with `# here`" for n in lines if n not in expected
        ]
    return problems


def _is_below(rule: Rule, folders: list[Path]) -> bool:
    return any(Path(rule.path).is_relative_to(folder) for folder in folders)


def _page(rule: Rule) -> str:
    state = "on by default" if rule.default else "off by default"
    head = f"{rule.code} {rule.name} ({rule.severity}, {state})\n\n{rule.summary}\n\n{rule.help.text}"
    return f"{head}\nReported:\n\n{_indented(rule.help.bad)}\nNot reported:\n\n{_indented(rule.help.good)}"


def _indented(program: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in program.splitlines())
