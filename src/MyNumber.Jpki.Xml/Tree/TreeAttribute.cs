namespace MyNumber.Jpki.Xml.Tree;

/// <summary>An attribute that is no namespace declaration.</summary>
internal readonly record struct TreeAttribute(string Prefix, string LocalName, string NamespaceUri, string Value)
{
    /// <summary>Whether it may identify its element. There is no DTD, so the names decide: Id, ID and id without a namespace, and xml:id.</summary>
    public bool IsId => Prefix == "xml" ? LocalName == "id" : NamespaceUri.Length == 0 && LocalName is "Id" or "ID" or "id";
}
