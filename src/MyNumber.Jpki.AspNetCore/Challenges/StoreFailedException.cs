namespace MyNumber.Jpki.AspNetCore.Challenges;

/// <summary>The store of challenges failed; it never leaves this library.</summary>
internal sealed class StoreFailedException(Exception failure) : Exception("The store of challenges failed.", failure)
{
    /// <summary>The name of the failure's type. Its text is not for a log: caches and databases write the key into it, which is the nonce.</summary>
    public string Kind { get; } = failure.GetType().Name;
}
