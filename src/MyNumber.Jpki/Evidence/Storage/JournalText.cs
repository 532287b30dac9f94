namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>Texts that may stand in a line of the journal: one field is ended by a tab, one line by a line feed.</summary>
internal static class JournalText
{
    public const int MaximumNoteLength = 400;

    public static void ThrowIfNoText(string text, int longest, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, name);
        if (!PlainText.IsPlain(text, longest))
        {
            throw new ArgumentException("The text is too long or has control characters or half characters.", name);
        }
    }
}
