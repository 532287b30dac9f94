namespace MyNumber.Card.Channels;

/// <summary>Receives what <see cref="RedactingTraceChannel"/> saw.</summary>
public interface IApduTraceSink
{
    /// <summary>Takes one exchange, after it ended. It must not throw and must not use the channel.</summary>
    /// <param name="entry">What may be shown of the exchange.</param>
    void Record(in ApduTraceEntry entry);
}
