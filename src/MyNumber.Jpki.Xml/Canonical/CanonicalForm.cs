using System.Collections.Frozen;

namespace MyNumber.Jpki.Xml.Canonical;

/// <summary>One way to write a subtree as octets: inclusive (C14N 1.0) or exclusive (Exclusive C14N 1.0), with comments or without.</summary>
/// <param name="Method">Which of the four.</param>
/// <param name="Prefixes">What InclusiveNamespaces lists; the default namespace is the empty prefix. Empty for the inclusive forms.</param>
internal sealed record CanonicalForm(XmlCanonicalization Method, IReadOnlyCollection<string> Prefixes)
{
    private static readonly FrozenDictionary<string, XmlCanonicalization> Names = new Dictionary<string, XmlCanonicalization>
    {
        ["http://www.w3.org/TR/2001/REC-xml-c14n-20010315"] = XmlCanonicalization.Inclusive,
        ["http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments"] = XmlCanonicalization.InclusiveWithComments,
        ["http://www.w3.org/2001/10/xml-exc-c14n#"] = XmlCanonicalization.Exclusive,
        ["http://www.w3.org/2001/10/xml-exc-c14n#WithComments"] = XmlCanonicalization.ExclusiveWithComments,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a reference is written in that names no canonicalisation (XMLDSIG §4.4.3.2).</summary>
    public static CanonicalForm Default { get; } = Of(XmlCanonicalization.Inclusive);

    public bool IsExclusive => Method is XmlCanonicalization.Exclusive or XmlCanonicalization.ExclusiveWithComments;

    public bool KeepsComments => Method is XmlCanonicalization.InclusiveWithComments or XmlCanonicalization.ExclusiveWithComments;

    public string Name => Names.First(row => row.Value == Method).Key;

    public static CanonicalForm Of(XmlCanonicalization method) => new(method, []);

    public static XmlCanonicalization? Find(string? name) => name is not null && Names.TryGetValue(name, out XmlCanonicalization method) ? method : null;

    /// <summary>The same without comments.</summary>
    public CanonicalForm WithoutComments() => this with { Method = IsExclusive ? XmlCanonicalization.Exclusive : XmlCanonicalization.Inclusive };
}
