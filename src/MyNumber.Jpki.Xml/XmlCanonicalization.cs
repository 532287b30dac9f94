namespace MyNumber.Jpki.Xml;

/// <summary>How a subtree is written before it is hashed (正規化).</summary>
public enum XmlCanonicalization
{
    /// <summary>Canonical XML 1.0 without comments: <c>http://www.w3.org/TR/2001/REC-xml-c14n-20010315</c>.</summary>
    Inclusive = 0,

    /// <summary>Canonical XML 1.0 with comments.</summary>
    InclusiveWithComments = 1,

    /// <summary>Exclusive Canonical XML 1.0 without comments: <c>http://www.w3.org/2001/10/xml-exc-c14n#</c>. The subtree can be moved to another place without a change.</summary>
    Exclusive = 2,

    /// <summary>Exclusive Canonical XML 1.0 with comments.</summary>
    ExclusiveWithComments = 3,
}
