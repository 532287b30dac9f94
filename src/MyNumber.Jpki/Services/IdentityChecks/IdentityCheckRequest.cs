namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>What is at hand in one identity check. No value of the person is in it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record IdentityCheckRequest
{
    /// <summary>How the number is provided.</summary>
    public required IdentitySituation Situation { get; init; }

    /// <summary>The day in Japan.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What was shown or looked up, valid on the day; a kind twice means two documents, which count as two for <see cref="IdentityDocument.AcceptedDocumentWithoutPhoto"/> and as one otherwise.</summary>
    public IReadOnlyList<IdentityDocument> Documents { get; init; } = [];

    /// <summary>What is known of the circumstances; one that is not in it is unknown, and decides nothing.</summary>
    public IReadOnlyDictionary<IdentityCondition, bool> Known { get; init; } = new Dictionary<IdentityCondition, bool>();
}
