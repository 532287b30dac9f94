namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>The server answered, and asking at once again would bring the same.</summary>
internal sealed class LineRefusedException(string message) : IOException(message);
