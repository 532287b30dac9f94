namespace MyNumber.Card.Pcsc;

/// <summary>How reader and card talk (ISO/IEC 7816-3). A contactless reader reports one of the two as well.</summary>
public enum PcscProtocol
{
    /// <summary>The reader named none.</summary>
    None = 0,

    /// <summary>T=0, by bytes.</summary>
    T0 = 1,

    /// <summary>T=1, by blocks; what the card speaks on its contacts.</summary>
    T1 = 2,
}
