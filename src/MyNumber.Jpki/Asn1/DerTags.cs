using System.Formats.Asn1;

namespace MyNumber.Jpki.Asn1;

/// <summary>Context-specific tags by number.</summary>
internal static class DerTags
{
    public static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);

    public static Asn1Tag ContextConstructed(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
