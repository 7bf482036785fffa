"""`claimwright completion`: the script by which a shell completes commands, options and file names."""

import click
from click.shell_completion import get_completion_class

from claimwright.cli.settings import global_options

_WHERE = {
    "bash": 'eval "$(claimwright completion bash)"    in ~/.bashrc',
    "zsh": 'eval "$(claimwright completion zsh)"    in ~/.zshrc, after compinit',
    "fish": "claimwright completion fish > ~/.config/fish/completions/claimwright.fish",
}


@click.command(
    epilog="\b\n" + "\n".join(f"{shell:<6}{line}" for shell, line in _WHERE.items()),
    context_settings={"default_map": {}},
)
@click.argument("shell", type=click.Choice([*_WHERE]))
@global_options
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """Print the script that lets SHELL complete commands, options and file names.

    Where the line below goes, it works in every new shell.
    """
    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(context.find_root().command, {}, "claimwright", "_CLAIMWRIGHT_COMPLETE")
    # Not source(): it looks for the bash of this computer, and the script may be for another.
    click.echo(script.source_template % script.source_vars())
    return 0
