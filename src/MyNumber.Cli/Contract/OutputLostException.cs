namespace MyNumber.Cli.Contract;

/// <summary>The answers could not be written. No <see cref="IOException"/>, so that nobody takes it for a fault of what is read.</summary>
/// <param name="isReaderGone">Whether whoever read the answers has gone, as <c>head</c> does.</param>
/// <param name="inner">What the platform said.</param>
internal sealed class OutputLostException(bool isReaderGone, Exception inner) : Exception("The output could not be written.", inner)
{
    /// <summary>Whether whoever read the answers has gone.</summary>
    public bool IsReaderGone => isReaderGone;

    /// <summary>What the user is told.</summary>
    public string Explain(Language language) => language.Pick(Message, "出力に書き込めません。");
}
