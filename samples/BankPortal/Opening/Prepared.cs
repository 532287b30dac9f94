namespace BankPortal.Opening;

/// <summary>An application that is ready to be signed.</summary>
internal sealed record Prepared(string Receipt, OpenForm Form, string Text)
{
    public override string ToString() => "Prepared(***)";
}
