namespace MyNumber.Card.Emulation.Replay;

/// <summary>The words of the form.</summary>
internal static class TranscriptForm
{
    public const string Format = "format";
    public const string FormatName = "mynumber-card-transcript";
    public const string Version = "version";
    public const int CurrentVersion = 1;
    public const string Connect = "connect";
    public const string Command = "command";
    public const string Tag = "tag";
    public const string Answer = "answer";
    public const string Signs = "signs";
    public const string Failure = "failure";
    public const string Removed = "removed";
    public const string Failed = "failed";

    /// <summary>Stands twice for each byte that is hidden.</summary>
    public const char Hidden = '.';
    public const int LongestCommand = 65544;
    public const int LongestAnswer = 65538;
    public const int LongestAnswerToReset = 33;
}
