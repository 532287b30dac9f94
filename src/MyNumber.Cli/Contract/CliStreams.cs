namespace MyNumber.Cli.Contract;

/// <summary>What the tool reads from and writes to; a test gives its own.</summary>
/// <param name="Output">Answers.</param>
/// <param name="Error">Failures, notices, progress.</param>
internal sealed record CliStreams(TextWriter Output, TextWriter Error)
{
    /// <summary>Opens standard input; called by a verb that reads it, and then once.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <summary>Whether a person watches <see cref="Output"/>.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool IsErrorTerminal { get; init; }
}
