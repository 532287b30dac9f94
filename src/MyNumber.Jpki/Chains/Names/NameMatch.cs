namespace MyNumber.Jpki.Chains.Names;

/// <summary>How two names agree.</summary>
internal enum NameMatch
{
    Different,

    /// <summary>Equal by RFC 5280 §7.1 (case, white space, string types), not byte by byte.</summary>
    InMeaning,

    /// <summary>The same DER.</summary>
    Same,
}
