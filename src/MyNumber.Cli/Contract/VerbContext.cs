namespace MyNumber.Cli.Contract;

/// <summary>What a verb gets beside its arguments.</summary>
/// <param name="Report">How it speaks.</param>
/// <param name="Streams">Where it reads; writing goes through the report.</param>
/// <param name="Language">In which language reasons are written.</param>
/// <param name="Cancellation">Set when the user asked the tool to stop.</param>
internal sealed record VerbContext(CliReport Report, CliStreams Streams, Language Language, CancellationToken Cancellation);
