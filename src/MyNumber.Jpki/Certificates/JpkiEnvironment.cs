namespace MyNumber.Jpki.Certificates;

/// <summary>Where anchors come from. Sets of different environments are never mixed.</summary>
public enum JpkiEnvironment
{
    /// <summary>A lab authority of one's own.</summary>
    Lab,

    /// <summary>The issuing body's test environment.</summary>
    Test,

    /// <summary>The real service.</summary>
    Production,
}
