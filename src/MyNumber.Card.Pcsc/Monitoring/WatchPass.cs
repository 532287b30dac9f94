namespace MyNumber.Card.Pcsc.Monitoring;

/// <summary>What one look at the readers gave, and how long to rest before the next.</summary>
internal sealed record WatchPass(IReadOnlyList<ReaderEvent> Events, TimeSpan Rest);
