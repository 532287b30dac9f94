namespace MyNumber.Cli.Contract;

/// <summary>What the tool reads from and writes to; a test gives its own.</summary>
/// <param name="Output">Answers.</param>
/// <param name="Error">Failures, notices, progress.</param>
internal sealed record CliStreams(TextWriter Output, TextWriter Error)
{
    /// <summary>Opens standard input; called by a verb that reads it, and then once.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <summary>Whether the caller of the tool has opened this file descriptor for it to read.</summary>
    public Func<int, bool> HasDescriptor { get; init; } = _ => false;

    /// <summary>Opens a file descriptor that the caller of the tool has opened for it.</summary>
    public Func<int, Stream> OpenDescriptor { get; init; } = _ => throw new FileNotFoundException();

    /// <summary>Reads a variable of the environment.</summary>
    public Func<string, string?> ReadVariable { get; init; } = _ => null;

    /// <summary>Waits for a key without showing it; <see langword="null"/> where nobody sits at a terminal.</summary>
    public Func<CancellationToken, ConsoleKeyInfo>? ReadKey { get; init; }

    /// <summary>Whether a person watches <see cref="Output"/>.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool IsErrorTerminal { get; init; }
}
