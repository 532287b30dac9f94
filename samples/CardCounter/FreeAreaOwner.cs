namespace CardCounter;

/// <summary>Who wants to use the free area (空き領域の利用主体).</summary>
internal enum FreeAreaOwner
{
    /// <summary>A municipality or prefecture (市町村、都道府県等).</summary>
    LocalGovernment,

    /// <summary>An organ of the state (国の機関等).</summary>
    State,

    /// <summary>A company (民間事業者).</summary>
    Company,
}
