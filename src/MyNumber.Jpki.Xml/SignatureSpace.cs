namespace MyNumber.Jpki.Xml;

/// <summary>The namespace of XMLDSIG.</summary>
internal static class SignatureSpace
{
    public const string Uri = "http://www.w3.org/2000/09/xmldsig#";
}
