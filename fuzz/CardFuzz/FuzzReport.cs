namespace MyNumber.CardFuzz;

/// <summary>What a run came across; a run that unlocked nothing would prove nothing.</summary>
public sealed class FuzzReport
{
    public long Commands { get; set; }

    public long Cards { get; set; }

    public long Successes { get; set; }

    public long Unlocks { get; set; }

    /// <summary>Answers that gave a secret whose PIN had been presented.</summary>
    public long Disclosures { get; set; }

    /// <summary>Protected answers of secure messaging that were opened and searched.</summary>
    public long Decrypted { get; set; }

    public long Signatures { get; set; }

    public long Changes { get; set; }

    /// <summary>Which secrets were disclosed at least once, as flags.</summary>
    public CardSecrets Seen { get; set; }

    /// <summary>How often each status word came.</summary>
    public Dictionary<ushort, long> Statuses { get; } = [];

    public override string ToString() =>
        $"{Commands:N0} commands to {Cards:N0} cards; {Successes:N0} carried out, {Statuses.Count} status words, {Unlocks:N0} PINs right, {Changes:N0} changed, " +
        $"{Disclosures:N0} permitted disclosures of {Seen}, {Signatures:N0} signatures judged, {Decrypted:N0} protected answers opened.";
}
