namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Compares media types without their parameters.</summary>
internal static class MediaType
{
    internal static bool Is(string? given, string type) =>
        given is not null && given.StartsWith(type, StringComparison.OrdinalIgnoreCase) && (given.Length == type.Length || given[type.Length] is ';' or ' ');
}
