namespace MyNumber.Card.Apdu;

/// <summary>The card refused a command with a status word that the operation does not expect.</summary>
public sealed class CardStatusException : CardException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="operation">The operation in words that hold nothing secret, such as <c>READ BINARY 0001</c>.</param>
    /// <param name="status">The status word.</param>
    public CardStatusException(string operation, StatusWord status)
        : base($"{operation} was answered with {status}{Hint(status)}.")
    {
        Operation = operation;
        Status = status;
    }

    /// <summary>The operation that was refused.</summary>
    public string Operation { get; }

    /// <summary>The status word that the card gave.</summary>
    public StatusWord Status { get; }

    private static string Hint(StatusWord status) =>
        status == StatusWord.SecurityStatusNotSatisfied ? ": the PIN was not verified since the application was selected" : string.Empty;
}
