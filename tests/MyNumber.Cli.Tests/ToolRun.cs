using System.Text;
using System.Text.Json;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests;

/// <summary>One run of the tool in this process.</summary>
internal sealed record ToolRun(ExitCode Code, string Output, string Error)
{
    public string All => Output + Error;

    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public JsonElement[] Json => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    public static ToolRun Of(params string[] arguments) => Of(Stream.Null, arguments);

    public static ToolRun Fed(string input, params string[] arguments) => Of(new MemoryStream(Encoding.UTF8.GetBytes(input)), arguments);

    public static ToolRun Of(Stream input, string[] arguments, CancellationToken cancellation = default, bool isTerminal = false)
    {
        StringWriter output = new();
        StringWriter error = new();
        CliStreams streams = new(output, error) { OpenInput = () => input, IsErrorTerminal = isTerminal, IsOutputTerminal = isTerminal };
        ExitCode code = CliApplication.Run(arguments, streams, cancellation);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
