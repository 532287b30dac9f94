using Spectre.Console;

namespace MyNumber.Cli.Terminal;

/// <summary>Terminals behind a writer; asked for only where the streams say that there is one.</summary>
internal static class Consoles
{
    public static IAnsiConsole For(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
    });
}
