namespace MyNumber.CardFuzz;

/// <summary>A rule was broken. The message tells how to see it again.</summary>
public sealed class FuzzFindingException : Exception
{
    public FuzzFindingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
