import java.util.HexFormat;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import javax.smartcardio.TerminalFactory;

/** Sends the commands of its arguments to the card in the first reader that has one, and prints each answer. */
public final class Card {
    public static void main(String[] commands) throws Exception {
        for (CardTerminal terminal : TerminalFactory.getDefault().terminals().list()) {
            if (terminal.isCardPresent()) {
                javax.smartcardio.Card card = terminal.connect("*");
                System.out.println(terminal.getName() + " " + HexFormat.of().withUpperCase().formatHex(card.getATR().getBytes()));
                CardChannel channel = card.getBasicChannel();
                for (String command : commands) {
                    ResponseAPDU answer = channel.transmit(new CommandAPDU(HexFormat.of().parseHex(command)));
                    System.out.println(HexFormat.of().withUpperCase().formatHex(answer.getBytes()));
                }
                card.disconnect(true);
                return;
            }
        }
        System.out.println("no card");
    }
}
