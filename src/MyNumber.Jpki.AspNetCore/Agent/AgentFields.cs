namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>Names and limits of the form fields between a service's page and the program that holds the card (カードエージェント).</summary>
internal static class AgentFields
{
    public const string Version = "version";
    public const string Purpose = "purpose";
    public const string Audience = "audience";
    public const string Nonce = "nonce";
    public const string IssuedAt = "issued-at";
    public const string Return = "return";
    public const string State = "state";
    public const string Text = "text";
    public const string Outcome = "outcome";
    public const string Certificate = "certificate";
    public const string Signature = "signature";
    public const string Document = "document";

    public const string CurrentVersion = "1";

    /// <summary>The longest state, in characters; it is the service's own and the agent gives it back as it is.</summary>
    public const int MaximumStateLength = 8192;

    /// <summary>The longest return address, in characters.</summary>
    public const int MaximumAddressLength = 2048;

    /// <summary>The longest certificate, signature and signed document, in bytes.</summary>
    public const int MaximumBytes = 1 << 18;
}
