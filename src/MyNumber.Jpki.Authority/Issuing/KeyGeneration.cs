namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Generation of an authority's key, counted back from the one that issues. All bear the same name; only key identifier, serial and signature tell them apart.</summary>
public enum KeyGeneration
{
    /// <summary>The generation before: still valid, its certificates still have status.</summary>
    Previous,

    /// <summary>The generation that issues.</summary>
    Current,

    /// <summary>The generation before the previous one: it issues nothing any more, and what it issued may still be in force.</summary>
    Older,
}
