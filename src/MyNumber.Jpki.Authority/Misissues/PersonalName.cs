using System.Formats.Asn1;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>One otherName of a signature certificate.</summary>
internal readonly record struct PersonalName(string Oid, string Value, UniversalTagNumber Tag = UniversalTagNumber.UTF8String)
{
    public override string ToString() => "PersonalName(***)";
}
