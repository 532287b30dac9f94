namespace BankPortal.Opening;

/// <summary>Which version of which draft a signature was asked for; it travels in the protected state and comes back with the answer to that asking alone.</summary>
internal readonly record struct AskedVersion(string Draft, string Receipt)
{
    private const char Between = ' '; // in no draft's id and in no receipt

    public static AskedVersion? Read(string? reference) => reference?.Split(Between) is [{ Length: > 0 } draft, { Length: > 0 } receipt] ? new(draft, receipt) : null;

    public override string ToString() => $"{Draft}{Between}{Receipt}";
}
