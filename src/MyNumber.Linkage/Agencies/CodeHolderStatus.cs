namespace MyNumber.Linkage.Agencies;

/// <summary>Whether a holder may obtain and use codes.</summary>
public enum CodeHolderStatus
{
    /// <summary>Obtains and uses codes.</summary>
    Active = 0,

    /// <summary>Neither obtains nor uses codes for the time being.</summary>
    Suspended = 1,

    /// <summary>Never again.</summary>
    Closed = 2,
}
