namespace MyNumber.Jpki.Xml.Tree;

/// <summary>A namespace declaration; the empty prefix is the default namespace, the empty address takes it back.</summary>
internal readonly record struct TreeDeclaration(string Prefix, string Uri);
