namespace CardCounter;

/// <summary>How a request at the kiosk ended.</summary>
/// <param name="IsPrinted">Whether the certificate of residence (住民票の写し) came out.</param>
/// <param name="Screen">What the screen says; anybody may read it.</param>
/// <param name="Reason">Why, for the municipality alone.</param>
internal sealed record KioskAnswer(bool IsPrinted, string Screen, string Reason);
