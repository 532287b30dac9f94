namespace MyNumber.Jpki.Linting;

/// <summary>In what way a row is broken.</summary>
public enum FindingKind
{
    /// <summary>What must be there is not.</summary>
    Missing,

    /// <summary>What must not be there is.</summary>
    Unexpected,

    /// <summary>An extension is critical and must not be, or the reverse.</summary>
    Criticality,

    /// <summary>It stands in another place on the wire.</summary>
    Order,

    /// <summary>The value or its shape differs.</summary>
    Value,

    /// <summary>The ASN.1 type or the encoding differs.</summary>
    Encoding,

    /// <summary>It stands more than once.</summary>
    Repeated,

    /// <summary>It cannot be read.</summary>
    Malformed,
}
