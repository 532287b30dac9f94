namespace MyNumber.Jpki.AspNetCore.Challenges;

/// <summary>The store of challenges failed; it never leaves this library.</summary>
internal sealed class StoreFailedException(Exception failure) : Exception("The store of challenges failed.", failure);
