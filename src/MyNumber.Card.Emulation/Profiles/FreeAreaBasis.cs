namespace MyNumber.Card.Emulation.Profiles;

/// <summary>On what ground an owner uses the free area of the card (空き領域).</summary>
public enum FreeAreaBasis
{
    /// <summary>An ordinance of the municipality (条例).</summary>
    Ordinance = 1,

    /// <summary>Approval of the minister (主務大臣).</summary>
    MinisterApproval = 2,
}
