namespace MyNumber.PcscTests.Harness;

/// <summary>A command and its answer in hexadecimal, as an outside witness heard them.</summary>
internal sealed record Exchange(string Command, string Answer)
{
    public string Data => Answer[..^4];

    public string StatusWord => Answer[^4..];

    /// <summary>The command, how many bytes came back, and the status word.</summary>
    public override string ToString() => Data.Length == 0 ? $"{Command} {StatusWord}" : $"{Command} [{Data.Length / 2}] {StatusWord}";
}
