namespace BankPortal.Words;

/// <summary>A part of a text: one substitute character, or what lies between.</summary>
internal sealed record MarkedPart(string Text, bool IsSubstitute)
{
    public override string ToString() => "MarkedPart(***)";
}
