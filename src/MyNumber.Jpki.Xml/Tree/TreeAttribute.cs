namespace MyNumber.Jpki.Xml.Tree;

/// <summary>An attribute that is no namespace declaration.</summary>
internal readonly record struct TreeAttribute(string Prefix, string LocalName, string NamespaceUri, string Value)
{
    /// <summary>Whether it may identify its element. There is no DTD, so the names decide: Id, ID and id without a namespace, and xml:id.</summary>
    private bool IsId => Prefix == "xml" ? LocalName == "id" : NamespaceUri.Length == 0 && LocalName is "Id" or "ID" or "id";

    /// <summary>Whether it identifies its element by this name. xml:id is normalised first (xml:id §4): white space around it is no part of the name.</summary>
    public bool Identifies(string id) => IsId && (Prefix == "xml" ? Value.Trim(' ', '\t', '\r', '\n') : Value) == id;
}
