namespace CardServices;

/// <summary>被保険者資格: an insurer and the days from the first to the last; no last day while it goes on.</summary>
internal sealed record Entitlement(string Insurer, DateOnly First, DateOnly? Last)
{
    public bool CoversDay(DateOnly day) => First <= day && (Last is not { } last || day <= last);
}
