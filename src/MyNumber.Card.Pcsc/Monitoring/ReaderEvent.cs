using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Card.Pcsc.Monitoring;

/// <summary>One event of readers and cards.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Reader">The reader's name; null for an event of the service.</param>
/// <param name="AnswerToReset">The answer to reset of an inserted card, else empty. Never recognise a card by it.</param>
/// <param name="Error">Why the service is lost; for an inserted card that does not answer the row that says so; else null.</param>
public sealed record ReaderEvent(ReaderEventKind Kind, string? Reader, ReadOnlyMemory<byte> AnswerToReset = default, PcscError? Error = null);
