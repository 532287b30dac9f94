namespace MyNumber.Card.Emulation.Issuing;

/// <summary>Where a PIN is reset (暗証番号の初期化・再設定).</summary>
public enum PinResetPlace
{
    /// <summary>The municipality: all four.</summary>
    Municipality = 0,

    /// <summary>A convenience-store kiosk, after a booking with the smartphone application that used the card's other certificate: the signature password alone.</summary>
    ConvenienceStore = 1,

    /// <summary>A post office that the municipality designated.</summary>
    PostOffice = 2,
}
